"""Fuzzing (模糊测试): whatever comes in, an answer or one of our errors, never a traceback, never a hang."""
