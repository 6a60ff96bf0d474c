# A crawler as a class: its methods in a pool of threads, a lock for what it has seen.
import threading
from concurrent.futures import ThreadPoolExecutor

links = {"/": ["/a", "/b"], "/a": ["/b", "/c"], "/b": ["/"], "/c": ["/d"], "/d": []}


class Crawler:
    def __init__(self, workers):
        self.seen, self.lock = set(), threading.Lock()
        self.pool = ThreadPoolExecutor(workers, thread_name_prefix="crawler")

    def visit(self, page):
        name = threading.current_thread().name
        assert name.startswith("crawler_"), name
        return page, links[page]

    def run(self, start):
        self.seen.add(start)
        wave = [start]
        while wave:
            print("wave", wave)
            following = []
            for page, found in self.pool.map(self.visit, wave):
                for link in found:
                    with self.lock:
                        if link not in self.seen:
                            self.seen.add(link)
                            following.append(link)
            wave = following
        self.pool.shutdown()
        return sorted(self.seen)


print(Crawler(3).run("/"))
