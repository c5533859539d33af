"""What a browser may do on our pages: nothing from elsewhere, nothing inline."""

from csp.constants import NONCE, NONE, SELF

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],  # the nonce is CodeMirror's (`EditorView.cspNonce`)
        "img-src": [SELF, "data:"],  # KERN's icons are data: addresses
        "font-src": [SELF],
        "frame-src": [SELF],  # previews of mails, which lock themselves
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

_UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "usb", "browsing-topics",
)  # fmt: skip
PERMISSIONS_POLICY = ", ".join(f"{name}=()" for name in _UNUSED)
