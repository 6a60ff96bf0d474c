# tests/conformance/logging/asyncio_logger.py: what asyncio says nobody else hears goes through its logger.
import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout,
                    format="%(levelname)s:%(name)s:%(message)s")


async def lost():
    raise ValueError("lost")


async def main():
    task = asyncio.create_task(lost())
    await asyncio.sleep(0.01)
    del task
    logging.info("in main")


asyncio.run(main())
