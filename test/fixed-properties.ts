import fc from "fast-check";

/** Properties draw the same cases on every machine; `PROPERTY_SEED=$RANDOM npm test -- unit` looks for others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
