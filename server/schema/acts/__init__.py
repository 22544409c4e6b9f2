"""Acts as mutations: inputs, payloads, and the acts open to a viewer."""
