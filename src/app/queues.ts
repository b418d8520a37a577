import { readScanned, readSent } from "#documents";
import type { Job, JobTicket } from "#conversation";
import { count, faultFields, logProblem } from "#telemetry";
import { transcribe } from "#voice";
import { conversationById } from "./conversations.ts";
import { flushCountsSometimes } from "./counts.ts";
import { listTaker } from "./sii-door.ts";
import { worldOf, type World } from "./wiring.ts";

/** A queue message is only a hint: what fails here is tried again by the queue a few times, then by the outbox. */
const RETRY_DELAY_S = 5;

type Work = (
  job: Job,
  world: World,
) => Promise<Parameters<NonNullable<ReturnType<typeof conversationById>>["complete"]>[1]>;

/** Queue name → its job. */
const JOBS: Readonly<Record<string, Work>> = {
  "lucas-documents": readDocument,
  "lucas-voice": hearVoice,
};

export async function consume(batch: MessageBatch, env: Env): Promise<void> {
  const world = worldOf(env);
  for (const message of batch.messages) await work(batch.queue, message, world);
  await flushCountsSometimes(world);
}

async function work(queue: string, message: Message, world: World): Promise<void> {
  const ticket = message.body as JobTicket;
  const does = JOBS[queue];
  if (!does || ticket.v !== 1) {
    logProblem("queue.unknown_job", { queue, version: ticket.v });
    return message.ack();
  }
  try {
    const conversation = conversationById(world.env.CONVERSATION, ticket.conversation);
    const job = (await conversation?.job(ticket.key)) ?? null;
    if (job) await conversation?.complete(ticket.key, await does(job, world));
    count(`jobs_done_total{kind="${ticket.kind}"}`);
    message.ack();
  } catch (fault) {
    count(`jobs_failed_total{kind="${ticket.kind}"}`);
    const { key, conversation } = ticket;
    logProblem("job.failed", { queue, key, conversation: conversation.slice(0, 12), ...faultFields(fault) });
    message.retry({ delaySeconds: RETRY_DELAY_S });
  }
}

async function readDocument(job: Job, world: World): ReturnType<Work> {
  const { env, whatsapp, reader, develop, vision, ocr, clock, entropy } = world;
  if ("code" in job) return readScanned(job, { archive: await world.archive(), bucket: env.MEDIA, clock, entropy });
  if (!whatsapp) throw new Error("WhatsApp has no access token: media cannot be fetched");
  const archive = await world.archive();
  const media = whatsapp.media;
  const list = listTaker(world);
  return readSent(job, { archive, bucket: env.MEDIA, reader, develop, vision, ocr, clock, entropy, media, list });
}

async function hearVoice(job: Job, world: World): ReturnType<Work> {
  const { env, whatsapp, ai } = world;
  if ("code" in job) throw new Error("a scanned code stands in the queue of voice notes");
  if (!whatsapp) throw new Error("WhatsApp has no access token: media cannot be fetched");
  return transcribe(job, { media: whatsapp.media, bucket: env.MEDIA, speech: ai?.hear ?? null });
}
