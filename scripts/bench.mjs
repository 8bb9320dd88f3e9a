import { run } from "./bootstrap.mjs";

await run("bench", { quiet: true });
