"""The GraphQL schema: types that describe, resolvers at the root that answer with ready rows."""
