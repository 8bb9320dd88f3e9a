import "server-only";
import { hash, verify } from "@node-rs/argon2";

// argon2id is the default of the library. OWASP password storage: 19 MiB, two passes, one lane.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, strength);

export const isPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password);
