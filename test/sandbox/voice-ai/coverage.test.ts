import { expect, test } from 'vitest';
import type { Domain } from '../../../src/sandbox/domain.ts';
import { domain as agentStudio } from '../../../src/sandbox/domains/agent-studio/index.ts';
import { domain as brandBoards } from '../../../src/sandbox/domains/brand-boards/index.ts';
import { domain as chatWidget } from '../../../src/sandbox/domains/chat-widget/index.ts';
import { domain as conversationAi } from '../../../src/sandbox/domains/conversation-ai/index.ts';
import { domains } from '../../../src/sandbox/domains/index.ts';
import { domain as knowledgeBase } from '../../../src/sandbox/domains/knowledge-base/index.ts';
import { domain as voiceAi } from '../../../src/sandbox/domains/voice-ai/index.ts';
import { operations as agentStudioOperations } from '../../../tools/agent-studio/operations.gen.ts';
import { operations as brandBoardOperations } from '../../../tools/brand-boards/operations.gen.ts';
import { operations as chatWidgetOperations } from '../../../tools/chat-widget/operations.gen.ts';
import { operations as conversationAiOperations } from '../../../tools/conversation-ai/operations.gen.ts';
import { operations as knowledgeBaseOperations } from '../../../tools/knowledge-base/operations.gen.ts';
import { operations as voiceAiOperations } from '../../../tools/voice-ai/operations.gen.ts';

const pairs: readonly (readonly [Domain, object])[] = [
  [voiceAi, voiceAiOperations],
  [conversationAi, conversationAiOperations],
  [agentStudio, agentStudioOperations],
  [knowledgeBase, knowledgeBaseOperations],
  [brandBoards, brandBoardOperations],
  [chatWidget, chatWidgetOperations],
];

test.each(pairs.map(([domain, operations]) => [domain.name, domain, operations] as const))(
  '%s: every operation keeps state, and the sandbox knows the domain',
  (_name, domain, operations) => {
    expect(Object.keys(domain.handlers).sort()).toEqual(Object.keys(operations).sort());
    expect(domains).toContain(domain);
  },
);
