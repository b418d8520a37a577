// Other people's frameworks doing the beginning of the work: signature and JSON, nothing kept.
import { spawn, spawnSync, type SpawnSyncOptions } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Rig } from "../rig.ts";

/** Runs, or says why it does not and what to do. */
export type Peer = { name: string } & ({ rig: Rig } | { missing: string });

const INSTALL_TIMEOUT_MS = 90_000;
const ANSWER_TIMEOUT_MS = 15_000;
/** Kept between runs; nothing of it is a dependency of the product. */
const FOLDER = join(tmpdir(), "lucas-bench-peers");

export async function startExpress(secret: string): Promise<Peer> {
  const name = "Express 5: HMAC + JSON, nothing kept";
  const folder = join(FOLDER, "express");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "node_modules/express")) && !runs("npm", ["install", "--prefix", folder, "express@5"])) {
    return { name, missing: `npm install --prefix ${folder} express@5` };
  }
  const script = join(import.meta.dirname, "express.ts");
  return { name, rig: await listen(process.execPath, [script, folder, secret], process.env) };
}

export async function startFlask(secret: string): Promise<Peer> {
  const folder = join(FOLDER, "flask");
  const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1", WHATSAPP_APP_SECRET: secret };
  const has = (module: string): boolean => runs("python3", ["-c", `import ${module}`], { env });
  const install = "python3 -m pip install flask gunicorn   (or: apt-get install python3-flask gunicorn)";
  if (!has("flask") || !has("gunicorn")) {
    runs("python3", ["-m", "pip", "install", "--quiet", "--target", folder, "flask", "gunicorn"]);
  }
  if (!has("flask")) return { name: "Flask: HMAC + JSON, nothing kept", missing: install };
  const server = has("gunicorn") ? "gunicorn, 2 workers" : "its own server";
  const name = `Flask (${server}): HMAC + JSON, nothing kept`;
  return { name, rig: await listen("python3", [join(import.meta.dirname, "flask_peer.py")], env) };
}

function runs(program: string, args: string[], options: SpawnSyncOptions = {}): boolean {
  return spawnSync(program, args, { stdio: "ignore", timeout: INSTALL_TIMEOUT_MS, ...options }).status === 0;
}

/** Starts a server that says its port on its first line. */
async function listen(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<Rig> {
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const port = Number(line.toString());
  await answers(port);
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  };
  return { port, pid: child.pid ?? 0, stop };
}

async function answers(port: number): Promise<void> {
  for (const end = Date.now() + ANSWER_TIMEOUT_MS; Date.now() < end;) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    await response?.body?.cancel();
    if (response) return;
    await sleep(50);
  }
  throw new Error(`nobody answered on port ${port}`);
}
