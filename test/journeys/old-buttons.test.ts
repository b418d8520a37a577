// A button is tapped long after its message: it means what its entry has become since.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

test("[Editar] and [Deshacer] of a corrected entry's first message edit and undo what replaced it", async () => {
  const phone = "56966600011";
  await stage.say(phone, "gasté 54 lucas en bencina");
  const [booked] = await stage.waitForAnswers(phone, 1);
  await stage.say(phone, "no, eran 45");
  await stage.waitForAnswers(phone, 2);
  await stage.say(phone, "vendí 20 lucas a Rosa");
  await stage.waitForAnswers(phone, 3);
  const answerTo = async (title: string, nth: number): Promise<string | undefined> => {
    const button = booked?.buttons.find((each) => each.title === title);
    if (!button) throw new Error(`no button «${title}»`);
    await stage.say(phone, { type: "button_reply", ...button });
    return (await stage.waitForAnswers(phone, nth))[nth - 1]?.text;
  };
  expect(await answerTo("Editar", 4)).toContain("egreso de $45.000");
  await stage.say(phone, "eran 46");
  expect((await stage.waitForAnswers(phone, 5))[4]?.text).toContain("antes $45.000, ahora $46.000");
  expect(await answerTo("Deshacer", 6)).toContain("Deshecho: egreso de $46.000 (bencina)");
  expect(await answerTo("Deshacer", 7)).toContain("ya estaba deshecho");
});
