// Which D1 a tenant's rows stand in, how they are read, and the one way a batch is run; it knows no table and no tenant.
export * from "./connection.ts";
export * from "./batch.ts";
