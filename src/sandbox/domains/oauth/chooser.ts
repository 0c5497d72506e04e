/**
 * The page on which a person installs the app: for the agency or for one of its locations. Choosing redirects with a
 * code. Unlike HighLevel's it asks for no login, and redirects to this machine only.
 */
import type { Page } from '../../domain.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { users } from '../users/records.ts';
import { createAuthorizationCode } from './grants.ts';
import { sandboxApp } from './records.ts';
import { appScopes } from './scopes.ts';

/** `choice` (company, or the id of a location) is what the page's own links add. */
export const choose: Page = (query, world) => {
  const fault = findFault(query);
  if (fault !== undefined)
    return { status: 400, html: render('This app cannot be installed', `<p>${escapeHtml(fault)}</p>`) };
  const choice = query.get('choice');
  if (choice === null)
    return { status: 200, html: render('Where shall the app be installed?', renderChoices(query, world)) };
  const isCompany = choice === 'company';
  if (!isCompany && !locations(world).get(choice))
    return { status: 400, html: render('There is no such location', '') };
  const owner = users(world)
    .all()
    .find((user) => user.roles.type === 'agency');
  const code = createAuthorizationCode(world, {
    userType: isCompany ? 'Company' : 'Location',
    ...(!isCompany && { grantedLocationId: choice }),
    userId: owner?.id ?? '',
    scopes: readScopes(query),
  });
  const target = new URL(query.get('redirect_uri') ?? '');
  target.searchParams.set('code', code);
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return { status: 302, location: target.href };
};

function findFault(query: URLSearchParams): string | undefined {
  if (query.get('client_id') !== sandboxApp.clientId) return 'The client_id is not the sandbox app.';
  if (query.get('response_type') !== 'code') return 'The response_type must be code.';
  const redirect = query.get('redirect_uri') ?? '';
  const isHere = URL.canParse(redirect) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(redirect).hostname);
  if (!isHere) return 'The redirect_uri must be an address of this machine.';
  const unknown = readScopes(query).find((scope) => !appScopes.includes(scope));
  return unknown === undefined ? undefined : `The scope ${unknown} is unknown.`;
}

function readScopes(query: URLSearchParams): string[] {
  return (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
}

function renderChoices(query: URLSearchParams, world: World): string {
  const choices = [
    ['company', 'The whole agency'],
    ...locations(world)
      .all()
      .map(({ id, name }) => [id, name]),
  ];
  const items = choices.map(([choice = '', label = '']) => {
    const link = new URLSearchParams([...query, ['choice', choice]]);
    return `<li><a href="?${escapeHtml(link.toString())}">${escapeHtml(label)}</a></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function render(title: string, content: string): string {
  return `<!doctype html><meta charset="utf-8"><title>HighLevel sandbox</title><h1>${escapeHtml(title)}</h1>${content}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
