/** The agency: one record, read by agency tokens. */
import type { Domain, SeedContext } from '../../domain.ts';
import { badRequest, forbidden } from '../../errors.ts';
import { locations } from '../locations/records.ts';
import { type Company, companies } from './records.ts';

function seedCompany({ world, users }: SeedContext): void {
  const owner = users.find((user) => user.type === 'agency');
  companies(world).insert({
    id: world.companyId,
    locationId: '',
    name: 'Brightwater Agency',
    email: owner?.email ?? 'owner@brightwater-agency.example.com',
    phone: owner?.phone ?? '+16465550199',
    website: 'https://brightwater-agency.example.com',
    domain: 'app.brightwater-agency.example.com',
    subdomain: 'brightwater',
    address: '1 Harbor Road',
    city: 'New York',
    state: 'NY',
    postalCode: '10001',
    country: 'US',
    timezone: 'America/New_York',
    relationshipNumber: '0-000-001',
    plan: 3,
    currency: 'USD',
    status: 'active',
  });
}

const withoutLocation = ({ locationId: _none, ...shown }: Company) => shown;

export const domain: Domain = {
  name: 'companies',
  handlers: {
    'GET /companies/{companyId}': (request, world) => {
      const { companyId = '' } = request.path;
      if (companyId !== request.grant.companyId) throw forbidden('The token does not have access to this company.');
      const company = companies(world).get(companyId);
      if (!company) throw badRequest('Company not found');
      return {
        body: {
          company: {
            ...withoutLocation(company),
            customerType: 'agency',
            locationCount: locations(world).all().length,
            isReselling: false,
            isSandboxAccount: true,
            premiumUpgraded: false,
            upgradeEnabledForClients: false,
            cancelEnabledForClients: false,
            autoSuspendEnabled: false,
            disableEmailService: false,
            enableNewSubAccountDefaultData: false,
          },
        },
      };
    },
  },
  seed: seedCompany,
};
