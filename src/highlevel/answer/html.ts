/** Telling an HTML page from data, and saying what page it was without repeating it. */

const MAX_SNIPPET_LENGTH = 120;
const MAX_INSPECTED_LENGTH = 20_000;

export function isHtml(text: string): boolean {
  return /^\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|title|center|h1)\b/is.test(
    text.slice(0, MAX_INSPECTED_LENGTH),
  );
}

/** The page's title, or else its first words, without tags. */
export function formatHtmlSnippet(page: string): string {
  const start = page.slice(0, MAX_INSPECTED_LENGTH);
  const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1]?.trim();
  const text = title || start.replace(/<(script|style)\b.*?<\/\1\s*>/gis, ' ').replace(/<[^>]*>/g, ' ');
  const words = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return `HTML page: ${words.length > MAX_SNIPPET_LENGTH ? `${words.slice(0, MAX_SNIPPET_LENGTH)}…` : words || 'empty'}`;
}
