/** Arguments that the documents leave out, and those that are no arguments here. */
import type { ComponentRepair, OperationRepair } from '../../src/catalogue/repair.ts';

const text = { schema: { type: 'string' } } as const;

export const fieldRepairs = [
  {
    operations: ['POST /locations/{locationId}/customFields', 'PUT /locations/{locationId}/customFields/{id}'],
    reason: 'HighLevel confirms that it takes them (issue #300); clients in use send the choices of a list as options',
    arguments: {
      options: { schema: { type: 'array', items: { type: 'string' } } },
      parentId: text,
      fieldKey: text,
      description: text,
    },
  },
  {
    operations: ['POST /locations/', 'PUT /locations/{locationId}'],
    reason: 'credentials of other services are never an argument of a tool; HighLevel’s own pages take them',
    arguments: { twilio: { remove: true }, mailgun: { remove: true } },
  },
] as const satisfies readonly OperationRepair[];

export const fieldComponents = [
  {
    component: 'voice-ai#CustomActionApiDetailsDTO',
    reason: 'credentials of other services are never an argument of a tool; HighLevel’s own pages take them',
    properties: { authenticationValue: { remove: true } },
  },
] as const satisfies readonly ComponentRepair[];
