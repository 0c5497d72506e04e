/**
 * Everything that HighLevel's documents get wrong and this project corrects, each with its reason.
 * The generator applies it and refuses an entry that the documents no longer need.
 */
import { accountRepairs } from './account.ts';
import { answerComponents, answerRepairs } from './answers.ts';
import { fieldComponents, fieldRepairs } from './fields.ts';
import { requiredComponents, requiredRepairs } from './required.ts';
import { rules } from './rules.ts';
import { saasRepairs } from './saas.ts';
import { scopeRepairs } from './scopes.ts';
import { searchRepairs } from './search.ts';
import { typeComponents, typeRepairs } from './types.ts';
import { uploadRepairs } from './uploads.ts';

export const repairs = {
  rules,
  components: [...requiredComponents, ...typeComponents, ...fieldComponents, ...answerComponents],
  operations: [
    ...searchRepairs,
    ...requiredRepairs,
    ...typeRepairs,
    ...accountRepairs,
    ...fieldRepairs,
    ...uploadRepairs,
    ...answerRepairs,
    ...saasRepairs,
    ...scopeRepairs,
  ],
} as const;
