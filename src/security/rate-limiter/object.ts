import { createDurable, proxyDurable } from "itty-durable";
import {
  giveBack,
  type Grant,
  type Lease,
  leaseTokens,
  type Limit,
  NO_LEASE,
  type Taken,
  takeTokens,
} from "./window.ts";

// The one object written with itty-durable: it predates RPC and loses its state after eviction, which is harmless
// exactly here. Everything is in memory and disposable; a restart forgets at most a minute of counting.

export const TENANT_MESSAGES_PER_MINUTE = 100;
export const ALL_MESSAGES_PER_MINUTE = 1_000;

const MINUTE_MS = 60_000;
const LEASE_SHARDS = 8;
const LEASE_TTL_MS = 10_000;
const COORDINATOR = "coordinator";
/** Tenants remembered per shard before those with nothing taken are swept. */
const TENANTS_MAX = 10_000;

const TENANT_LIMIT: Limit = { tokens: TENANT_MESSAGES_PER_MINUTE, window_ms: MINUTE_MS };
/** A leased token may be used up to a lease's life later, so the window is longer by that: the bound stays exact. */
const ALL_LIMIT: Limit = { tokens: ALL_MESSAGES_PER_MINUTE, window_ms: MINUTE_MS + LEASE_TTL_MS };

type LeasePort = { lease(want: number, unused: number): Promise<Grant> };
type RateLeaseEnv = { RATE_LEASE: DurableObjectNamespace };

/** Both tiers in one class: the object named `coordinator` leases blocks of the global limit to the shards. */
export class RateLease extends createDurable({ autoPersist: false }) {
  readonly tenants: Map<string, Taken> = new Map();
  readonly leased: Taken = [];
  own: Lease = { ...NO_LEASE };
  /** Those who come while a lease is on its way wait for it: each with one of its own would empty the pool. */
  leasing: Promise<Grant> | null = null;

  /** Shard: may `want` messages of a tenant be processed now? Grants as many as both limits allow. */
  async take(tenant: string, want: number): Promise<Grant> {
    const taken = this.takenBy(tenant);
    const ofTenant = takeTokens(taken, TENANT_LIMIT, { want, now: Date.now() });
    if (ofTenant.granted === 0) return ofTenant;
    const ofAll = await this.takeLeased(ofTenant.granted);
    giveBack(taken, ofTenant.granted - ofAll.granted);
    return ofAll;
  }

  /** Coordinator: a block of the global limit; `unused` tokens of the asker's last block come back first. */
  lease(want: number, unused: number): Grant {
    giveBack(this.leased, unused);
    return takeTokens(this.leased, ALL_LIMIT, { want, now: Date.now() });
  }

  private async takeLeased(want: number): Promise<Grant> {
    while (this.isShortOf(want)) {
      if (this.leasing) {
        await this.leasing;
        continue;
      }
      this.leasing = this.renew(want).finally(() => {
        this.leasing = null;
      });
      const block = await this.leasing;
      if (block.granted === 0) return block;
      break;
    }
    const granted = Math.min(want, this.own.tokens);
    this.own.tokens -= granted;
    return granted > 0 ? { granted, wait_ms: 0 } : { granted, wait_ms: LEASE_TTL_MS };
  }

  private isShortOf(want: number): boolean {
    return this.own.tokens < want || this.own.expires_at <= Date.now();
  }

  private async renew(want: number): Promise<Grant> {
    const last = this.own;
    this.own = { ...NO_LEASE };
    const now = Date.now();
    const block = await this.coordinator().lease(leaseTokens(last, { want, now }), last.tokens);
    this.own = { tokens: block.granted, of: block.granted, expires_at: now + LEASE_TTL_MS };
    return block;
  }

  private coordinator(): LeasePort {
    const { env } = this.state as { env: RateLeaseEnv };
    return leaseObject(env.RATE_LEASE, COORDINATOR);
  }

  private takenBy(tenant: string): Taken {
    const known = this.tenants.get(tenant);
    if (known) return known;
    if (this.tenants.size >= TENANTS_MAX) this.tenants.clear();
    const taken: Taken = [];
    this.tenants.set(tenant, taken);
    return taken;
  }
}

export type RateLimits = { take(tenant: string, want: number): Promise<Grant> };

/** The limits as a conversation sees them. Each tenant has one shard, so its own bound is exact. */
export function rateLimits(namespace: DurableObjectNamespace): RateLimits {
  return {
    take: (tenant, want) => leaseObject(namespace, `shard-${shardOf(tenant)}`).take(tenant, want),
  };
}

/** The stub is a Proxy that answers to any name, `then` included: it must be called, never awaited itself. */
function leaseObject(namespace: DurableObjectNamespace, name: string): LeasePort & RateLimits {
  return proxyDurable(namespace, { name: "RATE_LEASE", parse: true }).get(name) as LeasePort & RateLimits;
}

function shardOf(tenant: string): number {
  let hash = 0;
  for (let i = 0; i < tenant.length; i++) hash = (hash * 31 + tenant.charCodeAt(i)) >>> 0;
  return hash % LEASE_SHARDS;
}
