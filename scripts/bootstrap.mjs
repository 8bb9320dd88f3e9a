// Works before node_modules exists: Node's own modules only.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installPackages } from "./install-packages.mjs";
import { step } from "./step.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Installs what is missing, then runs `scripts/<name>.ts` in this process.
 * @param {string} name
 * @param {{ quiet?: boolean }} options Quiet scripts keep standard output for their result.
 */
export async function run(name, { quiet = false } = {}) {
  process.chdir(root);
  refuseOldNode();
  if (!process.execArgv.includes("--conditions=react-server")) {
    stop(`Start this script through npm: npm run ${name}. It needs the flags in package.json.`);
  }
  try {
    await step("packages", installPackages, { quiet });
    const { register } = await import("tsx/esm/api");
    register();
    await import(pathToFileURL(path.join(root, "scripts", `${name}.ts`)).href);
  } catch (error) {
    if (error instanceof Error && error.name === "SetupProblem") stop(error.message);
    console.error(error);
    process.exit(1);
  }
}

function refuseOldNode() {
  const needed = JSON.parse(readFileSync("package.json", "utf8")).engines.node.replace(/[^\d.]/g, "");
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [neededMajor, neededMinor] = needed.split(".").map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  stop(
    `Throughline needs Node ${needed} or newer; this is ${process.versions.node}. Install Node 20 LTS from https://nodejs.org.`,
  );
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
