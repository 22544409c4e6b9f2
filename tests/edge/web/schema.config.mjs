// graphql-eslint over the committed schema: its recommended rules and those for Relay, exceptions named.
import graphql from "@graphql-eslint/eslint-plugin";

const recommended = graphql.configs["flat/schema-recommended"].rules;
const relay = graphql.configs["flat/schema-relay"].rules;

export default [
  {
    files: ["**/*.graphql"],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: process.env.SCHEMA } },
    },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...recommended,
      ...relay,
      // The schema printer writes block strings only.
      "@graphql-eslint/description-style": ["error", { style: "block" }],
      // Edges may carry more than the node, and lists that are no connections (changes, duties) hold plain types.
      "@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
      // A connection that is only ever walked forwards needs no `last` and `before`.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // Only what can be asked for again by `node(id)` has an id; values inside a file (a change, a duty, a masked
      // field, an edge, a payload) are named by the entry they stand in.
      "@graphql-eslint/strict-id-in-types": "off",
      // Field names such as `typeOfHarm` or `caseNumber` are the law's terms; repeating the type's name is then right.
      "@graphql-eslint/no-typename-prefix": "off",
    },
  },
];
