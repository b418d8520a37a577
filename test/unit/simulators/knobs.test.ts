import { expect, it } from "vitest";
import { defaultKnobs, patchKnobs, sendFaultFor } from "../../simulators/knobs.ts";

const always = (): number => 0;

it("starts without any fault", () => {
  const knobs = defaultKnobs();
  expect([knobs.send.fault, knobs.media.fault, knobs.openai.fault, knobs.webhook.copies]).toEqual([
    null,
    null,
    null,
    1,
  ]);
  expect(sendFaultFor(knobs, "569", always)).toBeNull();
});

it("patches one value and keeps its neighbours", () => {
  const knobs = patchKnobs(patchKnobs(defaultKnobs(), { webhook: { copies: 3 } }), { webhook: { delay_ms: 10 } });
  expect(knobs.webhook).toMatchObject({ copies: 3, delay_ms: 10, retries_max: 6 });
});

it.each([
  [{ webhook: { copy: 3 } }, /copy/],
  [{ nothing: { copies: 3 } }, /nothing/],
  [{ webhook: { copies: -1 } }, /copies/],
  [{ media: { fault: "on fire" } }, /fault/],
])("refuses %j, which is no knob", (patch, why) => {
  expect(() => patchKnobs(defaultKnobs(), patch)).toThrow(why);
});

it("fails the next two sends and no third", () => {
  const knobs = patchKnobs(defaultKnobs(), { send: { fault: { kind: "code", code: 131056, next: 2 } } });
  const codes = [1, 2, 3].map(() => sendFaultFor(knobs, "569", always)?.code ?? null);
  expect(codes).toEqual([131056, 131056, null]);
});

it("fails only sends to one person, without using up turns on others", () => {
  const knobs = patchKnobs(defaultKnobs(), { send: { fault: { kind: "http_500", next: 1, only_to: "569" } } });
  expect(sendFaultFor(knobs, "51", always)).toBeNull();
  expect(sendFaultFor(knobs, "569", always)?.kind).toBe("http_500");
});

it("fails with a probability", () => {
  const knobs = patchKnobs(defaultKnobs(), { send: { fault: { kind: "reset_before", probability: 0.3 } } });
  expect(sendFaultFor(knobs, "569", () => 0.29)?.kind).toBe("reset_before");
  expect(sendFaultFor(knobs, "569", () => 0.3)).toBeNull();
});
