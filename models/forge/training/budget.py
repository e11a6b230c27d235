"""A training budget in minutes of wall time: the learning rate follows the share that is used up, so that training ends
well whenever it has to, however busy the machine is."""

import math
import time


class Budget:
    """Counts minutes, also over restarts (`used` seconds from the checkpoint)."""

    def __init__(self, minutes: float, used: float = 0.0):
        self.total = minutes * 60
        self.start = time.monotonic() - used

    @property
    def used(self) -> float:
        return time.monotonic() - self.start

    @property
    def share(self) -> float:
        return self.used / self.total

    def rate(self, peak: float, step: int, warmup: int = 100, floor: float = 0.02) -> float:
        """Linear warm-up over steps, then a cosine over the budget down to `floor` of the peak."""
        cosine = 0.5 * (1 + math.cos(math.pi * min(1.0, self.share)))
        return peak * min(1.0, (step + 1) / warmup) * (floor + (1 - floor) * cosine)
