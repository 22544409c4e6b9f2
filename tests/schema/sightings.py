"""What those who went to see a child say of it, as clients send it."""

HEARD = {"view": "HEARD", "alone": True, "childSaid": "Cháu muốn ở với bà."}
MET = {"view": "NOT_HEARD", "whyNotHeard": "REFUSED"}
