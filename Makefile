# What there is to do here: `make help`.

PREFIX ?= /usr/local
BUILD_FOLDER := .build
EXECUTABLE := $(BUILD_FOLDER)/release/rolebook
VENV := .tools/venv

BUILD_FLAGS := --explicit-target-dependency-import-check error
# The C++ library that Swift's runtime needs, where the linker finds it before the shared one, which
# takes longer to load than all of Rolebook.
CXX_LIBRARY := $(BUILD_FOLDER)/static/libstdc++.a
RELEASE_FLAGS := -c release --disable-local-rpath --static-swift-stdlib --product rolebook $(BUILD_FLAGS) \
	-Xlinker -L$(CURDIR)/$(dir $(CXX_LIBRARY))
# The tests are built in a folder of their own, at the same time as the executable.
TEST_FLAGS := $(BUILD_FLAGS) --scratch-path $(BUILD_FOLDER)/tests
SWIFT_FILES := Package.swift Sources Tests

# Package.swift names the Debian package of each C library; nothing repeats it.
LIBRARY_PACKAGES := $(shell grep -oE '"[a-z0-9.+-]+-dev"' Package.swift | tr -d '"')
BUILD_PACKAGES := pkg-config $(LIBRARY_PACKAGES)
TEST_PACKAGES := apache2-bin binutils brotli caddy chromium chromium-driver cmark cmark-gfm curl \
	default-jre-headless disorderfs faketime fish fonts-noto-cjk fonts-noto-core gettext git iproute2 jq \
	libreoffice-calc-nogui libreoffice-writer-nogui lintian man-db nginx-light omegat \
	php-symfony-translation procps python3 python3-venv rsync strace time valgrind zsh
# What the measurements read: the seeds where they are, else the guide that comes along.
SEEDS ?= $(firstword $(wildcard ../shared/seeds) content)
RUNS ?= 5
SAVES ?= 25
CASES ?= 1000
GUIDES ?= 1000
FILES ?= 10000
SIZES ?= 1000,10000,50000
# The tests that `make test` leaves to `make test-all`.
LONG_TESTS := ^(TrustTests|BrowserTests)\.|^AlignmentTests\.DamageTests
# How many seconds the fuzzer gives each target.
TIME ?= 600

.DEFAULT_GOAL := help
.PHONY: help public build test test-all test-build test-bundle screenshots lint format clean deb install \
	uninstall packages reference test-packages bench bench-preview instructions search-quality weight alignment bench-tools \
	languages round-trips torture fuzz sanitize

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; \
		do printf '  make %-14s %s\n' "$$name" "$$text"; done

public: build ## build the guide in content/ into public/
	@$(EXECUTABLE) build

build: packages $(CXX_LIBRARY) ## build the release executable, .build/release/rolebook
	@scripts/timed "release build" swift build $(RELEASE_FLAGS)

test: test-build ## lint, build, and run all tests except the long ones: units, stages, acceptance
	@ROLEBOOK="$(CURDIR)/$(EXECUTABLE)" swift test --skip-build --disable-xctest $(TEST_FLAGS) \
		--skip '$(LONG_TESTS)'

test-all: test-build ## run every test, with kills, hostile sizes, and browsers in all languages
	@scripts/instructions $(EXECUTABLE) content
	@ROLEBOOK="$(CURDIR)/$(EXECUTABLE)" scripts/run-tests $(TEST_FLAGS)

# A person is asked about packages before the jobs share the terminal.
test-build: packages $(if $(ROLEBOOK_CI),,test-packages)
	@$(MAKE) --no-print-directory --jobs=3 lint build test-bundle $(VENV)/.installed

test-bundle: packages
	@scripts/timed "test build" swift build --build-tests $(TEST_FLAGS)

bench: packages test-packages build bench-tools ## measure against cmark, Hugo, and Pagefind: RUNS=5 SIZES=1000,10000,50000
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(VENV)/bin/python scripts/bench $(EXECUTABLE) $(SEEDS) \
		$(BUILD_FOLDER)/bench --runs $(RUNS) --sizes $(SIZES)
	@scripts/instructions $(EXECUTABLE) content

bench-preview: packages test-packages build bench-tools ## measure the preview next to Hugo's: SAVES=25
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(VENV)/bin/python scripts/bench-preview $(EXECUTABLE) \
		$(SEEDS) $(BUILD_FOLDER)/bench --saves $(SAVES)

instructions: packages test-packages build ## count the instructions of a build by stage; KEEP=1 keeps the sum for CI
	@scripts/instructions $(EXECUTABLE) content $(if $(KEEP),--keep)

search-quality: packages test-packages build bench-tools ## measure what the search finds, next to Pagefind and Lunr
	@scripts/measure-search $(EXECUTABLE) $(SEEDS) $(BUILD_FOLDER)/search $(VENV)/bin/python

alignment: test-bundle ## measure how well rows of damaged translations are found: CASES=1000
	@CASES=$(CASES) swift test --skip-build --disable-xctest $(TEST_FLAGS) --filter DamageTests

languages: packages build ## measure how well texts in a wrong language are detected, on texts of Debian's packages
	@scripts/measure-languages $(EXECUTABLE) $(BUILD_FOLDER)/languages

round-trips: packages build ## count what a round trip changes in translators' files: GUIDES=1000 FILES=10000
	@scripts/round-trips $(EXECUTABLE) $(GUIDES) $(FILES)

weight: packages test-packages public ## measure the weight of pages in Chromium
	@python3 scripts/weight public /en-US/matrix/ /ar-SA/matrix/ /en-US/roles-and-responsibilities/ \
		/en-US/parties/customer-it/ /en-US/ /status/
	@for rows in 3000 50000; do \
		echo "== a guide of $$rows rows"; \
		rm -rf $(BUILD_FOLDER)/weight; scripts/large-guide $(BUILD_FOLDER)/weight/content $$rows; \
		$(EXECUTABLE) build --quiet --content $(BUILD_FOLDER)/weight/content --output $(BUILD_FOLDER)/weight/site; \
		python3 scripts/weight $(BUILD_FOLDER)/weight/site /en-US/matrix/ /ko-KR/area-1/service-30/ \
			/ar-SA/parties/security/ /en-US/ /status/; \
	done

screenshots: packages test-packages build test-bundle ## take the documentation's pictures, docs/pictures/*.png
	@ROLEBOOK="$(CURDIR)/$(EXECUTABLE)" ROLEBOOK_SCREENSHOTS="$(CURDIR)/docs/pictures" \
		swift test --skip-build --disable-xctest $(TEST_FLAGS) --filter ScreenshotTests

torture: packages test-packages build test-bundle $(VENV)/.installed ## run the long form of the security tests and print figures
	@ROLEBOOK="$(CURDIR)/$(EXECUTABLE)" scripts/torture $(BUILD_FOLDER)/torture.log $(TEST_FLAGS)

fuzz: packages ## feed arbitrary bytes to every reader of files, TIME=600 seconds each
	@scripts/fuzz $(TIME)

sanitize: packages test-packages $(VENV)/.installed ## run the tests of stages and commands under ThreadSanitizer
	@scripts/timed "tests under ThreadSanitizer" scripts/sanitize $(BUILD_FOLDER)/sanitize

lint: ## check the sources against .swift-format
	@scripts/timed "lint" swift format lint --strict --parallel --recursive $(SWIFT_FILES)

format: ## format the sources by .swift-format
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

clean: ## remove build products, but not the test tools
	rm -rf $(BUILD_FOLDER)
	find public -mindepth 1 ! -name .gitkeep -delete

install: $(EXECUTABLE) ## install the build below PREFIX (/usr/local) and DESTDIR
	@DESTDIR="$(DESTDIR)" scripts/install-files $(EXECUTABLE) "$(PREFIX)"

uninstall: ## remove the installed files below PREFIX and DESTDIR
	@DESTDIR="$(DESTDIR)" scripts/install-files --remove "$(PREFIX)"

deb: build ## make a Debian package, .build/deb/rolebook_*.deb
	@scripts/timed "Debian package" scripts/make-deb $(EXECUTABLE) $(BUILD_FOLDER)/deb

reference: build ## write the manual page and the references of commands, rules, and schemas in docs/manual
	$(EXECUTABLE) manual --format markdown > docs/manual/commands.md
	$(EXECUTABLE) manual --format rules > docs/manual/rules.md
	$(EXECUTABLE) manual --format schemas > docs/manual/schemas.md
	$(EXECUTABLE) manual > docs/manual/rolebook.1

packages: ## install the C libraries that the build needs (Debian)
	@scripts/timed "build packages" scripts/install-packages $(BUILD_PACKAGES)

test-packages: packages ## install the programs that the tests need (Debian)
	@scripts/timed "test packages" scripts/install-packages $(TEST_PACKAGES)

bench-tools: $(VENV)/.installed
	@$(VENV)/bin/pip install --quiet --quiet --disable-pip-version-check --no-deps \
		--requirement scripts/bench-requirements.txt

$(CXX_LIBRARY):
	@mkdir -p $(@D)
	@ln -sf "$$("$$(dirname "$$(readlink -f "$$(command -v swift)")")/clang" \
		-print-file-name=libstdc++.a)" $@

$(EXECUTABLE):
	@$(MAKE) --no-print-directory build

$(VENV)/.installed: scripts/test-requirements.txt scripts/install-test-tools scripts/sarif-schema.txt \
		| test-packages
	@scripts/timed "test tools" scripts/install-test-tools $(VENV) $<
	@touch $@
