/** What a change looks like to the person who is asked about it, without anybody's secrets. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { applyEdits, type Edit, type JSONPath, visit } from 'jsonc-parser';
import type { ConfigFormat } from './clients.ts';
import { SERVER_NAME } from './entry.ts';

const HIDDEN = '"(hidden)"';

/** The start of a private integration token, wherever somebody has put it. */
const TOKEN = /\bpit-[\da-f]/i;

/** Stands for a token that the change writes. */
export const TOKEN_IN_PREVIEW = '(the token)';

/**
 * A text in which every value is hidden but those of this server's own entry, variables aside: other servers keep
 * their keys in variables, headers, addresses and arguments. Comments are hidden as well.
 */
export function hideValues(text: string, { serversKey }: ConfigFormat): string {
  const edits: Edit[] = [];
  const hide = (offset: number, length: number, content: string): void => {
    edits.push({ offset, length, content });
  };
  visit(
    text,
    {
      onLiteralValue(value, offset, length, _line, _character, getPath) {
        if (typeof value !== 'string') return;
        if (!isShown(getPath(), serversKey) || TOKEN.test(value)) hide(offset, length, HIDDEN);
      },
      onComment(offset, length) {
        const lines = text.slice(offset, offset + length).split('\n').length;
        hide(offset, length, `/* (hidden) ${'\n'.repeat(lines - 1)}*/`);
      },
    },
    { disallowComments: false, allowTrailingComma: true },
  );
  return applyEdits(text, edits);
}

/** The change as a diff with a few lines around it. */
export function formatDiff(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  }).trimEnd();
}

function isShown([servers, name, field]: JSONPath, serversKey: string): boolean {
  return servers === serversKey && name === SERVER_NAME && field !== 'env';
}
