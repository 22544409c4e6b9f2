"""What the schema says of a type: the docstring of the class that it is made from."""


def description_of(cls: type) -> str:
    """The class's own docstring. TypeError where it has none; what a dataclass is given only lists its fields."""
    told = cls.__doc__ or ""
    if not told or told.startswith(f"{cls.__name__}("):
        raise TypeError(f"{cls.__name__}: a docstring describes it in the schema")
    return told
