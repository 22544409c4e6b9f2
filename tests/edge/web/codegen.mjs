// Generates the typed client for the documents beside this file and leaves the compiling to `tsc --strict`.
import { generate } from "@graphql-codegen/cli";
import { readFileSync } from "node:fs";
import { buildSchema, isScalarType, isSpecifiedScalarType } from "graphql";

const [schema, documents, out] = process.argv.slice(2);
const known = {
  Date: "string",
  DateTime: "string",
  Hash: "string",
  JSON: "unknown",
  Position: "string",
  UUID: "string",
};
const custom = Object.values(buildSchema(readFileSync(schema, "utf8")).getTypeMap()).filter(
  (type) => isScalarType(type) && !isSpecifiedScalarType(type),
);
const unmapped = custom.filter((type) => !(type.name in known)).map((type) => type.name);
if (unmapped.length > 0) {
  console.error(`say in codegen.mjs what these scalars are in TypeScript: ${unmapped.join(", ")}`);
  process.exit(1);
}

await generate({
  schema,
  documents,
  silent: true,
  generates: {
    [`${out}/`]: {
      preset: "client",
      presetConfig: { persistedDocuments: { hashAlgorithm: "sha256" }, fragmentMasking: false },
      config: {
        strictScalars: true,
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: Object.fromEntries(custom.map((type) => [type.name, known[type.name]])),
      },
    },
  },
});
