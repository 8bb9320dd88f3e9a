import { run } from "./bootstrap.mjs";

await run("rollups", { quiet: true });
