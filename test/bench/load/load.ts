import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Answers } from "./loops.ts";
import type { Replies, Talk } from "./talk.ts";
import type { Crowd, Done, Errand } from "./thread.ts";
import type { Sender } from "./webhook.ts";

export type Load = {
  /** Where the product finds the Graph API that the load's thread plays. */
  graphBaseUrl: string;
  closed(sender: Sender, crowd: Crowd, pace: { wires: number; ms: number }): Promise<Answers>;
  open(sender: Sender, crowd: Crowd, perSecond: number): Promise<Answers>;
  talk(sender: Sender, talk: Talk): Promise<Replies>;
  end(): Promise<void>;
};

/** Starts the thread of the clients. One errand at a time. */
export async function startLoad(): Promise<Load> {
  const thread = new Worker(`${import.meta.dirname}/thread.ts`);
  const [{ graphBaseUrl }] = (await once(thread, "message")) as [{ graphBaseUrl: string }];
  const run = async (errand: Errand): Promise<Done> => {
    thread.postMessage(errand);
    const [done] = (await once(thread, "message")) as [Done];
    if ("fault" in done) throw new Error(done.fault);
    return done;
  };
  const answersOf = async (errand: Errand): Promise<Answers> => {
    const done = await run(errand);
    if (!("answers" in done)) throw new Error("the load answered another question");
    return done.answers;
  };
  return {
    graphBaseUrl,
    closed: (sender, crowd, pace) => answersOf({ kind: "closed", sender, crowd, ...pace }),
    open: (sender, crowd, perSecond) => answersOf({ kind: "open", sender, crowd, perSecond }),
    talk: async (sender, talk) => {
      const done = await run({ kind: "talk", sender, talk });
      if (!("replies" in done)) throw new Error("the load answered another question");
      return done.replies;
    },
    end: async () => void (await thread.terminate()),
  };
}
