/** Addresses under a template. Nothing is decoded or folded: whatever is not exactly an address is none. */

/** What ids and names of this server and of HighLevel consist of; no dot, slash or percent sign. */
const variable = '[A-Za-z0-9_-]{1,100}';

export type AddressMatcher = (uri: string) => Readonly<Record<string, string>> | undefined;

/** Builds the reader of one template's addresses: it gives the variables, or undefined for any other address. */
export function createAddressMatcher(template: string): AddressMatcher {
  const pattern = template
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 1 ? `(?<${part}>${variable})` : part.replace(/[\\^$.|?*+()[\]]/g, '\\$&')))
    .join('');
  const address = new RegExp(`^${pattern}$`);
  return (uri) => {
    const found = address.exec(uri)?.groups;
    return found === undefined ? undefined : { ...found };
  };
}
