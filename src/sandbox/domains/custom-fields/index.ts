/** Fields and folders of custom objects; the objects domain seeds them with its objects. */
import type { Domain } from '../../domain.ts';
import { customFieldHandlers } from './handlers.ts';

export const domain: Domain = { name: 'custom-fields', handlers: customFieldHandlers };
