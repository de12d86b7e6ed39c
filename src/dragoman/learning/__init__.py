"""Sentences with a marked actor and recipient in, the learned reader's files out. Needs the extra `train`."""
