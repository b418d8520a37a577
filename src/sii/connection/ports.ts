import type { Entropy } from "#kernel";
import type { Tenant } from "#tenants";
import type { SiiSessionRpc } from "../session/object.ts";

/** With what a business's way to the SII is asked. Each asks the session object of its RUT, where everything is in a row. */
export type ConnectPorts = {
  now: number;
  entropy: Entropy;
  /** The session object of a RUT. */
  sessionOf(rut: string): Promise<SiiSessionRpc>;
  /** From now on it is looked at by itself; told again it is no news. */
  enlist(tenant: Tenant): Promise<void>;
  /** And no more. */
  strike(tenant: Tenant): Promise<void>;
};
