import { serveApp } from "./serve-app";

await serveApp("start");
