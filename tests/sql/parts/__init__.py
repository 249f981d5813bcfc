"""Parts of a case: each verb, what the case learns of it, races, trees."""
