/** Conversations for about two in five contacts, with one to twelve messages each. */
import type { Person, SeedContext, SeedLocation } from '../../domain.ts';
import { contacts } from '../contacts/records.ts';
import type { MessageType } from './channels.ts';
import { type Conversation, conversations, customSubtypes, type Message } from './records.ts';
import { exchanges, type Letter, type Line, letters } from './seed-texts.ts';
import { addEmail, addMessage, ensureConversation, type MessageDraft } from './thread.ts';

const shareWithConversation = 0.4;
const mostMessages = 12;
const minuteMs = 60_000;
const dayMs = 86_400_000;

interface Scene {
  readonly context: SeedContext;
  readonly location: SeedLocation;
  readonly person: Person;
  readonly conversation: Conversation;
  readonly lines: readonly (readonly Line[])[];
  readonly letters: readonly Letter[];
}

/** Writes the conversations domain of a new world; contacts must be there already. */
export function seedConversations(context: SeedContext): void {
  for (const [index, location] of context.locations.entries()) {
    seedSubtype(context, location);
    for (const person of context.peopleIn(location.id)) {
      if (context.world.random() >= shareWithConversation) continue;
      seedConversation(context, { location, person, lines: exchanges[index] ?? [], letters: letters[index] ?? [] });
    }
  }
}

function seedSubtype({ world, daysAgo }: SeedContext, location: SeedLocation): void {
  customSubtypes(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    name: 'Newsletter',
    description: 'News once a month',
    channel: 'email',
    language: 'en',
    archived: false,
    dateAdded: daysAgo(120),
    dateUpdated: daysAgo(120),
  });
}

function seedConversation(context: SeedContext, part: Omit<Scene, 'context' | 'conversation'>): void {
  const { world } = context;
  const contact = contacts(world).get(part.person.contactId);
  if (contact === undefined) return;
  // Between the day the contact came in and two days ago, so that all that follows has happened.
  const earliest = Math.max(Date.parse(part.person.dateAdded), world.now() - 60 * dayMs);
  const startMs = earliest + Math.floor(world.random() * Math.max(minuteMs, world.now() - 2 * dayMs - earliest));
  const conversation = ensureConversation(world, contact, Math.min(startMs, world.now() - 60 * minuteMs));
  const scene = { ...part, context, conversation };
  const times = createTimes(scene, conversation.dateAdded);
  const kind = world.random();
  if (kind < 0.2) seedLetter(scene, times, context.pick(part.letters));
  if (kind >= 0.12) seedExchange(scene, times);
  if (kind > 0.85) seedCall(scene, times);
  settleUnread(scene);
}

/** Each message some minutes to hours after the one before, and none in the future. */
function createTimes({ context }: Scene, startMs: number): (remaining: number) => number {
  let at = startMs;
  return (remaining) => {
    const now = context.world.now();
    const longest = Math.min(20 * 60, Math.floor((now - at) / minuteMs / (remaining + 1)));
    at = Math.min(at + context.between(1, Math.max(1, longest)) * minuteMs + context.between(1, 59_999), now - 1_000);
    return at;
  };
}

function drawChannel({ context, location }: Scene): MessageType {
  const draw = context.world.random();
  if (draw < 0.6) return 'TYPE_SMS';
  if (draw < 0.8) return 'TYPE_WHATSAPP';
  return location.id === context.locations[0].id ? 'TYPE_LIVE_CHAT' : 'TYPE_SMS';
}

function buildDraft(scene: Scene, line: Line, messageType: MessageType, dateAdded: number): MessageDraft {
  const { world } = scene.context;
  const isInbound = line.direction === 'inbound';
  const isAutomated = !isInbound && world.random() < 0.3;
  const userId = scene.person.assignedTo;
  const numbers =
    messageType === 'TYPE_SMS' || messageType === 'TYPE_WHATSAPP'
      ? isInbound
        ? { from: scene.person.phone, to: scene.location.phone }
        : { from: scene.location.phone, to: scene.person.phone }
      : {};
  return {
    messageType,
    direction: line.direction,
    status: isInbound || world.random() < 0.95 ? 'delivered' : 'failed',
    body: line.text.replaceAll('{name}', scene.person.firstName),
    source: isAutomated ? 'workflow' : 'app',
    dateAdded,
    extras: { ...numbers, ...(isInbound || isAutomated || userId === undefined ? {} : { userId }) },
  };
}

const current = ({ context, conversation }: Scene): Conversation =>
  conversations(context.world).get(conversation.id) ?? conversation;

function seedExchange(scene: Scene, times: (remaining: number) => number): void {
  const { context } = scene;
  const channel = drawChannel(scene);
  const said: Line[] = [];
  do said.push(...context.pick(scene.lines));
  while (said.length < mostMessages && context.world.random() < 0.5);
  // Some break off in the middle, waiting for an answer.
  said.splice(context.between(1, mostMessages - 2));
  for (const [index, line] of said.entries()) {
    addMessage(context.world, current(scene), buildDraft(scene, line, channel, times(said.length - index)));
  }
}

function seedLetter(scene: Scene, times: (remaining: number) => number, letter: Letter): void {
  const { world } = scene.context;
  let thread: Message | undefined;
  const lines = letter.lines.slice(0, scene.context.between(1, letter.lines.length));
  for (const [index, line] of lines.entries()) {
    const draft = buildDraft(scene, line, 'TYPE_EMAIL', times(lines.length - index + mostMessages));
    const ours = `${scene.location.name} <${scene.location.email}>`;
    const isInbound = line.direction === 'inbound';
    const email = {
      subject: letter.subject,
      from: isInbound ? scene.person.email : ours,
      to: [isInbound ? scene.location.email : scene.person.email],
    };
    const html = { ...draft, body: `<p>${draft.body}</p>` };
    thread = addEmail(world, current(scene), {
      draft: html,
      email,
      ...(thread === undefined ? {} : { thread }),
    }).message;
  }
}

function seedCall(scene: Scene, times: (remaining: number) => number): void {
  const { context, person, location } = scene;
  const wasAnswered = context.world.random() < 0.7;
  const call = {
    from: person.phone,
    to: location.phone,
    status: wasAnswered ? 'completed' : 'voicemail',
    durationSeconds: wasAnswered ? context.between(25, 400) : 0,
  };
  const draft = buildDraft(scene, { direction: 'inbound', text: '' }, 'TYPE_CALL', times(1));
  addMessage(context.world, current(scene), { ...draft, extras: { call } });
}

/** Who was answered last has been read; about half of the others still wait. A few are starred. */
function settleUnread(scene: Scene): void {
  const { world } = scene.context;
  const { lastMessageDirection, unreadCount, id } = current(scene);
  const isWaiting = lastMessageDirection === 'inbound' && world.random() < 0.6;
  conversations(world).update(id, {
    unreadCount: isWaiting ? Math.min(unreadCount, scene.context.between(1, 3)) : 0,
    starred: world.random() < 0.08,
  });
}
