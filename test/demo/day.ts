/**
 * A day of CRM work: a real MCP client, the built server on its sandbox, no account. Prints each step, reads
 * the state back at the end, and exits non-zero when anything is not as expected. `npm run demo`.
 */
import { type Connection, connect, type ToolResult } from '../support/mcp-clients.ts';
import { check, getFailures, printStep, printTitle } from './report.ts';

const client = await connect({
  args: ['--sandbox', '--tools', 'contacts,calendars,conversations,opportunities,invoices,users'],
});
try {
  await playDay(client);
} finally {
  await client.close();
}
const failures = getFailures();
console.log(failures.length === 0 ? '\nThe day went as expected.' : `\n${failures.length} expectations were not met.`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function playDay(connection: Connection): Promise<void> {
  const tools = await connection.listTools();
  printTitle(`Connected: ${tools.length} tools`);
  const use = async (why: string, tool: string, args: Record<string, unknown> = {}): Promise<ToolResult> => {
    const result = await connection.call(tool, args);
    printStep(why, tool, args, result);
    return result;
  };

  printTitle('A lead comes in, twice');
  const lead = {
    firstName: 'Nora',
    lastName: 'Lindqvist',
    email: 'nora.lindqvist@example.com',
    phone: '+12025550147',
    source: 'Website form',
  };
  const first = await use('The form on the website was filled in', 'contacts_contact_upsert', lead);
  const contactId: string = first.body.result?.contact?.id ?? '';
  check('a contact was made', first.body.result?.new === true && contactId !== '');
  const second = await use('She pressed the button twice', 'contacts_contact_upsert', lead);
  check(
    'the second press made no second contact',
    second.body.result?.contact?.id === contactId && second.body.result?.new === false,
  );
  const clumsy = await use('Somebody types her in by hand as well', 'contacts_contact_create', lead);
  check('no second contact is made, and the answer is the one there is', clumsy.body.exists === contactId);

  printTitle('She is tagged, noted and given to somebody');
  await use('Tag her as a new lead', 'contacts_tag_add', { contactId, tags: ['new lead', 'whitening'] });
  await use('Write down what she asked for', 'contacts_note_create', {
    contactId,
    body: 'Asked about teeth whitening, prefers mornings.',
  });
  const users = await use('Who works here?', 'users_user_list');
  const userId: string = users.body.result?.users?.[0]?.id ?? '';
  await use('A task for the owner', 'contacts_task_create', {
    contactId,
    title: 'Call Nora back',
    dueDate: inDays(1),
    completed: false,
    assignedTo: userId,
  });

  printTitle('A free slot is found and booked');
  const calendars = await use('Which calendars are there?', 'calendars_calendar_list');
  const whitening = calendars.body.result?.calendars?.find((one: { name: string }) => one.name.includes('Whitening'));
  const calendarId: string = whitening?.id ?? '';
  const free = await use('When is there time in the next week?', 'calendars_free_slot_list', {
    calendarId,
    startDate: Date.parse(inDays(1)),
    endDate: Date.parse(inDays(8)),
  });
  const slot = firstSlot(free.body.result);
  check('there is a free slot', slot !== '');
  const booking = { calendarId, contactId, startTime: slot, title: 'Whitening consultation' };
  const booked = await use('Book the first one', 'calendars_appointment_create', booking);
  const appointmentId: string = booked.body.result?.id ?? '';
  check('the appointment exists', !booked.isError && appointmentId !== '');
  const taken = await use('Another agent wants the same slot', 'calendars_appointment_create', {
    ...booking,
    title: 'Too late',
  });
  check('the taken slot is refused', taken.isError && JSON.stringify(taken.body).includes('no longer available'));

  printTitle('A deal moves through the pipeline');
  const pipelines = await use('Which pipelines are there?', 'opportunities_pipeline_list');
  const pipeline = pipelines.body.result?.pipelines?.[0];
  const created = await use('Open a deal', 'opportunities_opportunity_create', {
    pipelineId: pipeline?.id,
    pipelineStageId: pipeline?.stages?.[0]?.id,
    contactId,
    name: 'Whitening for Nora',
    status: 'open',
    monetaryValue: 450,
  });
  const opportunityId: string = created.body.result?.opportunity?.id ?? '';
  await use('She said yes on the phone: next stage', 'opportunities_opportunity_update', {
    id: opportunityId,
    pipelineStageId: pipeline?.stages?.[1]?.id,
  });

  printTitle('She hears from us');
  const text = {
    type: 'SMS',
    contactId,
    message: `Hi Nora, see you on ${slot.slice(0, 10)} at ${slot.slice(11, 16)}. Reply STOP to opt out.`,
  };
  const sms = await use('A text message to confirm', 'conversations_message_send', text);
  const conversationId: string = sms.body.result?.conversationId ?? '';
  check('the message went out', !sms.isError && conversationId !== '');
  const again = await use('The agent lost patience and sends it again', 'conversations_message_send', text);
  check(
    'she is not written to twice',
    again.body.replayed === true && again.body.result?.messageId === sms.body.result?.messageId,
  );

  printTitle('She pays a deposit');
  const invoice = await use('Make an invoice', 'invoices_invoice_create', {
    name: 'Deposit',
    title: 'INVOICE',
    currency: 'USD',
    businessDetails: { name: 'Brightsmile Dental' },
    contactDetails: { id: contactId, name: 'Nora Lindqvist', email: lead.email, phoneNo: lead.phone },
    items: [{ name: 'Whitening, deposit', currency: 'USD', amount: 100, qty: 1 }],
    discount: { type: 'fixed', value: 0 },
    issueDate: inDays(0).slice(0, 10),
    dueDate: inDays(14).slice(0, 10),
    sentTo: { email: [lead.email] },
    liveMode: false,
  });
  const invoiceId: string = invoice.body.result?._id ?? '';
  const sent = await use('Send it by e-mail', 'invoices_invoice_send', {
    invoiceId,
    userId,
    action: 'email',
    liveMode: false,
  });
  check('the invoice was sent', !sent.isError);

  printTitle('A slip, caught before anything is sent');
  const slip = await use('A field that does not exist', 'contacts_contact_update', {
    contactId,
    emailAddress: 'nora@example.com',
  });
  check(
    'the unknown field is refused with the right name',
    slip.isError && JSON.stringify(slip.body).includes('did you mean'),
  );

  printTitle('Reading it all back');
  const contact = (await use('The contact', 'contacts_contact_get', { contactId })).body.result?.contact;
  check(
    'both tags are on the contact',
    ['new lead', 'whitening'].every((tag) => contact?.tags?.includes(tag)),
  );
  const notes = (await use('Her notes', 'contacts_note_list', { contactId })).body.result?.notes;
  check('one note', notes?.length === 1);
  const visits = (await use('Her appointments', 'contacts_appointment_list', { contactId })).body.result?.events;
  check('one appointment, and it is ours', visits?.length === 1 && visits[0].id === appointmentId);
  const deal = (await use('The deal', 'opportunities_opportunity_get', { id: opportunityId })).body.result?.opportunity;
  check(
    'the deal stands in the second stage',
    deal?.pipelineStageId === pipeline?.stages?.[1]?.id && deal?.monetaryValue === 450,
  );
  const thread = (await use('The conversation', 'conversations_message_list', { conversationId })).body.result
    ?.messages;
  check(
    'the message stands in the conversation',
    thread?.messages?.some((message: { direction: string }) => message.direction === 'outbound'),
  );
  const paper = (await use('The invoice', 'invoices_invoice_get', { invoiceId })).body.result;
  check('the invoice is sent, 100 due', paper?.status === 'sent' && paper?.amountDue === 100);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

/** HighLevel answers free slots by date: `{ "2026-11-24": { "slots": ["…"] }, "traceId": "…" }`. */
function firstSlot(result: Record<string, { slots?: string[] }> | undefined): string {
  for (const day of Object.values(result ?? {})) {
    const slot = day.slots?.[0];
    if (slot !== undefined) return slot;
  }
  return '';
}
