import { expect, test } from 'vitest';
import type { Domain } from '../../../src/sandbox/domain.ts';
import { domain as affiliateManager } from '../../../src/sandbox/domains/affiliate-manager/index.ts';
import { domain as courses } from '../../../src/sandbox/domains/courses/index.ts';
import { domain as customMenus } from '../../../src/sandbox/domains/custom-menus/index.ts';
import { domain as emailIsv } from '../../../src/sandbox/domains/email-isv/index.ts';
import { domains } from '../../../src/sandbox/domains/index.ts';
import { domain as marketplace } from '../../../src/sandbox/domains/marketplace/index.ts';
import { domain as phoneSystem } from '../../../src/sandbox/domains/phone-system/index.ts';
import { domain as proposals } from '../../../src/sandbox/domains/proposals/index.ts';
import { domain as saas } from '../../../src/sandbox/domains/saas-api/index.ts';
import { domain as snapshots } from '../../../src/sandbox/domains/snapshots/index.ts';
import { domain as store } from '../../../src/sandbox/domains/store/index.ts';
import { operations as affiliateOperations } from '../../../tools/affiliate-manager/operations.gen.ts';
import { operations as courseOperations } from '../../../tools/courses/operations.gen.ts';
import { operations as menuOperations } from '../../../tools/custom-menus/operations.gen.ts';
import { operations as emailOperations } from '../../../tools/email-isv/operations.gen.ts';
import { operations as marketplaceOperations } from '../../../tools/marketplace/operations.gen.ts';
import { operations as phoneOperations } from '../../../tools/phone-system/operations.gen.ts';
import { operations as proposalOperations } from '../../../tools/proposals/operations.gen.ts';
import { operations as saasOperations } from '../../../tools/saas-api/operations.gen.ts';
import { operations as snapshotOperations } from '../../../tools/snapshots/operations.gen.ts';
import { operations as storeOperations } from '../../../tools/store/operations.gen.ts';

const pairs: readonly (readonly [Domain, object])[] = [
  [affiliateManager, affiliateOperations],
  [courses, courseOperations],
  [customMenus, menuOperations],
  [emailIsv, emailOperations],
  [marketplace, marketplaceOperations],
  [phoneSystem, phoneOperations],
  [proposals, proposalOperations],
  [saas, saasOperations],
  [snapshots, snapshotOperations],
  [store, storeOperations],
];

test.each(pairs.map(([domain, operations]) => [domain.name, domain, operations] as const))(
  '%s: every operation keeps state, and the sandbox knows the domain',
  (_name, domain, operations) => {
    expect(Object.keys(domain.handlers).sort()).toEqual(Object.keys(operations).sort());
    expect(domains).toContain(domain);
  },
);
