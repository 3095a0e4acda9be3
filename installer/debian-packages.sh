# Sourced by the scripts that need programs of the machine: installs missing Debian packages by apt-get, as root or with sudo.

RUN_PACKAGES="libicu72 libsqlite3-0 liblept5 openssh-client openssh-server sane-utils tesseract-ocr libzbar0 poppler-utils"
TRY_PACKAGES="$RUN_PACKAGES jq bsdextrautils"
TEST_PACKAGES="$RUN_PACKAGES libxml2-utils libtiff-tools libarchive-tools unzip python3 default-jdk-headless procps sqlite3
  tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-por tesseract-ocr-rus tesseract-ocr-ara poppler-utils pango1.0-tools fonts-dejavu fonts-liberation fonts-noto-core chromium zint qpdf imagemagick"

need_packages() {
  local missing="" package
  for package in $1; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [[ -z $missing ]] || install_packages "$missing"
}

# Building makes the kiosk's client with Node.js 18 or later and npm. The commands count, not the packages: others than Debian ship both in one.
need_node() {
  local missing=""
  command -v node >/dev/null || missing="$missing nodejs"
  command -v npm >/dev/null || missing="$missing npm"
  [[ -z $missing ]] || install_packages "$missing"
}

install_packages() {
  local missing=$1 as_root=""
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || { echo "These Debian packages are missing and there is no root or sudo to install them:$missing" >&2; return 3; }
    as_root=sudo
  fi
  echo "== installing Debian packages:$missing"
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
    echo "apt-get could not install:$missing" >&2
    return 3
  }
}
