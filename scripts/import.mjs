import { run } from "./bootstrap.mjs";

await run("import", { quiet: true });
