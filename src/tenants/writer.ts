import { assert, err, ok, type Result } from "#kernel";
import { mayDo, type Action, type Actor, type Standing } from "./permission.ts";
import { archiveOf, enrol, openViewer, type Archive, type Viewer } from "./viewer.ts";

declare const granted: unique symbol;

/** A viewer that may also write, and in whose name. It comes only from `authorize`; a copy of one is worth nothing. */
export type Writer = Viewer & { readonly actor: Actor; readonly standing: Standing; readonly [granted]: true };

export type Authorization = { tenant_id: string; actor: Actor; standing: Standing; action: Action };

export type Denied = { reason: "unknown_tenant" | "forbidden" };

/** Opens a tenant to somebody who may do `action` there. The same writer serves any other action of that standing. */
export async function authorize(archive: Archive, asked: Authorization): Promise<Result<Writer, Denied>> {
  if (!mayDo(asked.standing, asked.action)) return err({ reason: "forbidden" });
  const viewer = await openViewer(archive, asked.tenant_id);
  if (!viewer) return err({ reason: "unknown_tenant" });
  return ok(grant(viewer, asked.actor, asked.standing));
}

const writers = new WeakSet<Viewer>();

/** For this room alone: turns a viewer into a writer without asking. */
export function grant(viewer: Viewer, actor: Actor, standing: Standing): Writer {
  const writer = Object.freeze({ ...viewer, actor, standing }) as Writer;
  enrol(writer, archiveOf(viewer));
  writers.add(writer);
  return writer;
}

/** The archive behind a writer; breaks on an object that only looks like one. */
export function archiveOfWriter(writer: Writer): Archive {
  assert(writers.has(writer), "a writer comes from authorize and is not a copy");
  return archiveOf(writer);
}
