// The loader of TypeScript is registered inside the thread: Node 20 does not hand it on.
import { register } from "tsx/esm/api";

register();
await import("./case-worker.ts");
