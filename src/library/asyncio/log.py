# asyncio.log: what asyncio has to say goes to this logger.
import logging

logger = logging.getLogger("asyncio")
