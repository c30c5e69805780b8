"""Mail servers that behave badly, one way each: what real ones do on a bad day."""

import ssl
import subprocess
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from conftest import SmtpSink


class BadServer(SmtpSink):
    """A sink with a fault: `after data` hangs up once the whole mail came, before it says so; `busy` and `no`
    answer 4xx and 5xx to the mail itself; "" is well again."""

    def __init__(self, fault=""):
        super().__init__()
        self.fault = fault

    async def handle_DATA(self, server, session, envelope):
        if self.fault == "after data":
            await super().handle_DATA(server, session, envelope)
            server.transport.abort()
            return "250 too late"
        if self.fault:
            return {"busy": "451 4.3.0 later", "no": "554 5.7.1 no"}[self.fault]
        return await super().handle_DATA(server, session, envelope)


@contextmanager
def running(server, **options):
    """Let a server listen on its port for the time of a block."""
    controller = Listening(server, hostname=server.host, port=server.port, **options)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


class Listening(Controller):
    """Speaks TLS where it is given a `tls_context` for STARTTLS."""

    def factory(self):
        return SMTP(self.handler, **self.SMTP_kwargs)


def certificate(folder, name="127.0.0.1"):
    """A certificate that signs itself, and its key; made by the system's openssl."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(  # noqa: S603  our own words
        ["/usr/bin/openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", f"/CN={name}",
         "-addext", f"subjectAltName=IP:{name}", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


def tls_context(cert, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context
