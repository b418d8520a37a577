// Who keeps books with us, who may do what, and the one way anything is written; it knows no entry and no message.
export { aliasObject, findByAddress, type Acquaintance, type Address } from "./alias.ts";
export { bump, commit, commitDirectory, type Change, type Committed } from "./commit.ts";
export { readCounters } from "./counter.ts";
export { beginErasure, sweepErasures, type Erasing } from "./erase.ts";
export { linkAlias, type Move, type Moved } from "./link.ts";
export { membersOf, type Member } from "./member.ts";
export { onboard, type Arrival, type Onboarded } from "./onboard.ts";
export { actorName, type Action, type Actor, type Standing } from "./permission.ts";
export { countryNamed } from "./country-name.ts";
export { profileOfCountry, profileOfTenant } from "./profile.ts";
export { rewrapTenantKeys, type Sweep } from "./rotate.ts";
export { changeTenant, type TenantPatch, type TenantRefusal } from "./settings.ts";
export type { LocaleName, Profile, Role, Tenant } from "./tenant.ts";
export { issueToken, readToken, revokeToken, type NewToken, type TokenHolder } from "./token.ts";
export { ledgerAudit, verifyAudit } from "./verify.ts";
export { findTenant, openViewer, type Archive, type SealedPlace, type Viewer } from "./viewer.ts";
export { authorize, type Authorization, type Denied, type Writer } from "./writer.ts";
