/** Links that an agency adds to HighLevel's menu. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface CustomMenu extends SandboxRecord {
  /** Menu links belong to the company. */
  readonly locationId: '';
  readonly title: string;
  readonly url: string;
  readonly icon: { readonly name: string; readonly fontFamily: string };
  readonly order: number;
  readonly showOnCompany: boolean;
  readonly showOnLocation: boolean;
  readonly showToAllLocations: boolean;
  /** Who sees it, unless all locations do. */
  readonly locations: readonly string[];
  readonly openMode: string;
  readonly userRole: string;
  readonly allowCamera: boolean;
  readonly allowMicrophone: boolean;
}

export const customMenus = (world: World): Collection<CustomMenu> => world.collection<CustomMenu>('custom-menus');
