# tests/conformance/futures/download_simulation.py: the classic: pages that take different times,
# one of which fails.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

PAGES = {"a.html": 0.12, "b.html": 0.04, "c.html": None, "d.html": 0.08}

def load(url, timeout):
    delay = PAGES[url]
    if delay is None:
        raise ConnectionError(f"cannot reach {url}")
    time.sleep(delay)
    return b"x" * int(delay * 1000)

with ThreadPoolExecutor(max_workers=5) as executor:
    future_to_url = {executor.submit(load, url, 60): url for url in PAGES}
    for future in as_completed(future_to_url):
        url = future_to_url[future]
        try:
            data = future.result()
        except Exception as exc:
            print("%r generated an exception: %s" % (url, exc))
        else:
            print("%r page is %d bytes" % (url, len(data)))
