import { run } from "./bootstrap.mjs";

await run("evaluate", { quiet: true });
