/** Brand boards: what a location looks like. */
import { notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly, resolveInLocation } from '../locations/access.ts';
import { hasWords, newestFirst, pickFields, takePage } from '../payments/lists.ts';
import { type BrandBoard, brandBoards } from './records.ts';

type Asset = Readonly<Record<string, string>>;

/** A board that is not deleted. Throws a 404. */
function resolveBoard(request: SandboxRequest, world: World, id: string): BrandBoard {
  const absent = () => notFound('Brand board not found');
  const board = resolveInLocation(brandBoards(world), id, request.locationId, absent);
  if (board.deleted) throw absent();
  return board;
}

/** Logos, colours and fonts of a body, each with an id. */
function parseAssets(
  body: SandboxRequest['body'],
  world: World,
): Partial<Pick<BrandBoard, 'logos' | 'colors' | 'fonts'>> {
  const withIds = (assets: readonly Asset[]) => assets.map((asset) => ({ id: world.newObjectId(), ...asset }));
  const named = Object.entries(pickFields(body, ['logos', 'colors', 'fonts']));
  return Object.fromEntries(named.map(([kind, assets]) => [kind, withIds(assets as readonly Asset[])]));
}

function validateName(name: unknown): void {
  if (name !== undefined && String(name).trim() === '') throw unprocessable(['name should not be empty']);
}

/** Who wrote: the user of the token, where it has one. */
const author = ({ grant }: SandboxRequest): { readonly updatedBy?: string } => definedOnly({ updatedBy: grant.userId });

/** Leaves the location with this board as its only default, if it is one. */
function demoteOthers(world: World, board: BrandBoard): void {
  if (!board.default) return;
  for (const other of brandBoards(world).inLocation(board.locationId)) {
    if (other.default && other.id !== board.id) brandBoards(world).update(other.id, { default: false });
  }
}

const formatBoard = ({ id, ...board }: BrandBoard): object => ({ _id: id, ...board });

export const boardHandlers: Handlers = {
  'GET /brand-boards/{locationId}': (request, world) => {
    const { search, deleted = false } = request.query;
    const found = brandBoards(world)
      .indexed(request.locationId)
      .filter((board) => (deleted || !board.deleted) && hasWords(search, [board.name]));
    const listed = takePage(newestFirst(found), request.query, 10);
    const items = listed.map(({ id, name, updatedAt, default: isDefault, meta }) => ({
      _id: id,
      name,
      updatedAt,
      default: isDefault,
      meta,
    }));
    return { body: { brandBoards: items, totalCount: found.length } };
  },

  'GET /brand-boards/{locationId}/{id}': (request, world) => ({
    body: formatBoard(resolveBoard(request, world, request.path.id ?? '')),
  }),

  'POST /brand-boards/': (request, world) => {
    const { name, default: isDefault = false, brandBoardId, parentId, type } = request.body;
    validateName(name);
    const source = brandBoardId === undefined ? undefined : resolveBoard(request, world, brandBoardId);
    const now = world.timestamp();
    const board = brandBoards(world).insert({
      id: world.newObjectId(),
      locationId: request.locationId,
      name,
      logos: source?.logos ?? [],
      colors: source?.colors ?? [],
      fonts: source?.fonts ?? [],
      ...parseAssets(request.body, world),
      default: isDefault,
      deleted: false,
      ...definedOnly({ parentId }),
      meta: {
        ...author(request),
        lastAction: 'CREATE',
        sourceType: type ?? (source ? 'template' : 'blank'),
        ...(source && { sourceId: source.id }),
      },
      createdAt: now,
      updatedAt: now,
    });
    demoteOthers(world, board);
    return { body: formatBoard(board) };
  },

  'PATCH /brand-boards/{locationId}/{id}': (request, world) => {
    const before = resolveBoard(request, world, request.path.id ?? '');
    validateName(request.body.name);
    const board = brandBoards(world).update(before.id, {
      ...pickFields(request.body, ['name', 'default', 'parentId']),
      ...parseAssets(request.body, world),
      meta: { ...before.meta, ...author(request), lastAction: 'UPDATE' },
      updatedAt: world.timestamp(),
    });
    demoteOthers(world, board);
    return { body: formatBoard(board) };
  },

  'DELETE /brand-boards/{locationId}/{id}': (request, world) => {
    const before = resolveBoard(request, world, request.path.id ?? '');
    const board = brandBoards(world).update(before.id, {
      deleted: true,
      default: false,
      meta: { ...before.meta, ...author(request), lastAction: 'DELETE' },
      updatedAt: world.timestamp(),
    });
    return { body: formatBoard(board) };
  },
};
