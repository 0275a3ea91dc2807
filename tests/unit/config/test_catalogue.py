from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.model import ModelKind, Sampling, Thinking, careful_profile
from bot.domain.price import Sent, most_micros
from bot.domain.tariff import TokenPrices
from bot.services.prices import RelayPrices
from config.settings import ConfigError, Settings

Load = Callable[..., Settings]

TEN = {"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"}


def test_the_models_known_at_first(load: Load):
    """The relays' names and Google's present ones are all in the table."""
    profiles = load().catalogue.profiles
    assert {name for name, profile in profiles.items() if profile.kind is ModelKind.IMAGE} == {
        "gemini-3-pro-image-preview",
        "gemini-3-pro-image",
        "gemini-3.1-flash-image-preview",
        "gemini-3.1-flash-image",
        "gemini-nano-banana-2.1",
        "gemini-3.1-flash-lite-image",
        "gemini-2.5-flash-image",
    }
    assert {name for name, profile in profiles.items() if profile.kind is ModelKind.CHAT} == {
        "gemini-3.1-pro",
        "gemini-3.1-pro-preview",
        "gemini-3-flash-preview",
        "gemini-3.8-flash",
        "gemini-2.5-flash",
        "gemini-2.5-pro",
    }


def test_a_name_may_be_written_as_google_lists_it(folder: Path, load: Load):
    """`models/` before a name is no part of it, in a setting and in a table."""
    (folder / "atelier.toml").write_text(
        '[models."models/gemini-3-pro-image"]\nfallbacks = ["models/gemini-2.5-flash-image"]\n'
    )
    settings = load(ATELIER_IMAGE_MODEL="models/gemini-3-pro-image")
    assert settings.image_model == "gemini-3-pro-image"
    profile = settings.catalogue.get("gemini-3-pro-image", ModelKind.IMAGE)
    assert (profile.fallbacks, profile.signs) == (("gemini-2.5-flash-image",), True)
    assert not any(name.startswith("models/") for name in settings.catalogue.profiles)


def test_a_profile_says_what_the_model_takes_and_costs(load: Load):
    """Prices are millionths of a dollar, and one without a chosen size is among them."""
    pro = load().catalogue.get("gemini-3-pro-image-preview", ModelKind.IMAGE)
    assert set(pro.aspects) == TEN
    assert pro.sizes == ("1K", "2K", "4K")
    assert pro.prices == {"": 134_000, "1K": 134_000, "2K": 134_000, "4K": 240_000}
    assert pro.max_references == 14
    assert pro.signs
    assert pro.thinking == {}


def test_a_model_without_sizes_or_thinking(load: Load):
    """2.5 Flash Image takes neither a size nor a thinking option, and does not sign."""
    flash = load().catalogue.get("gemini-2.5-flash-image", ModelKind.IMAGE)
    assert (flash.sizes, flash.thinking, flash.signs) == ((), {}, False)
    assert flash.prices == {"": 39_000}


def test_tokens_cost_more_where_more_are_sent(folder: Path, load: Load):
    """Prices of a million tokens are millionths of a dollar; an operator replaces all."""
    catalogue = load().catalogue
    pro = catalogue.get("gemini-3.1-pro", ModelKind.CHAT)
    assert pro.tokens == (
        TokenPrices(2_000_000, 12_000_000, cached=200_000),
        TokenPrices(4_000_000, 18_000_000, cached=400_000, over=200_000),
    )
    assert (pro.input_limit, pro.output_limit) == (1_048_576, 65_536)
    flash = catalogue.get("gemini-2.5-flash", ModelKind.CHAT)
    assert flash.tokens == (TokenPrices(300_000, 2_500_000, cached=30_000, audio=1_000_000),)
    painter = catalogue.get("gemini-3-pro-image", ModelKind.IMAGE)
    assert (painter.input_limit, painter.output_limit) == (65_536, 4_096)
    (folder / "atelier.toml").write_text(
        '[models."gemini-3-pro-image"]\ntokens = []\n'
        '[models."gemini-3.1-pro"]\ntokens = [{ input = 1, output = 0 }]\n'
    )
    catalogue = load().catalogue
    assert catalogue.get("gemini-3-pro-image", ModelKind.IMAGE).tokens == ()
    assert catalogue.get("gemini-3.1-pro", ModelKind.CHAT).tokens == (TokenPrices(1_000_000, 0),)


def test_every_known_model_has_a_price(load: Load):
    """Nobody who sets a budget finds a model of ours that can't be used, but for two sizes."""
    unknown = [
        (profile.id, size)
        for profile in load().catalogue.profiles.values()
        for size in (None, *profile.sizes)
        if most_micros(profile, RelayPrices().of(profile), Sent(1), size=size) is None
    ]
    assert unknown == [("gemini-nano-banana-2.1", "2K"), ("gemini-nano-banana-2.1", "4K")]


def test_levels_for_gemini_3_and_tokens_for_2_5(load: Load):
    """Thinking is a level's name for the new models, and a number of tokens for the old."""
    catalogue = load().catalogue
    new = catalogue.get("gemini-3.1-pro", ModelKind.CHAT).thinking
    old = catalogue.get("gemini-2.5-pro", ModelKind.CHAT).thinking
    assert new == {Thinking.LOW: "LOW", Thinking.MEDIUM: "MEDIUM", Thinking.HIGH: "HIGH"}
    assert old == {Thinking.LOW: 1024, Thinking.MEDIUM: 8192, Thinking.HIGH: 32768}


def test_no_model_searches_until_that_is_switched_on(load: Load):
    """Then those do that can, and one that somebody adds says so itself."""
    assert not any(profile.search for profile in load().catalogue.profiles.values())
    on = load(ATELIER_SEARCH="true").catalogue.profiles
    assert {name for name, profile in on.items() if not profile.search} == {
        "gemini-2.5-flash-image",
        "gemini-3.1-flash-lite-image",
    }


def test_a_preview_and_its_successor_are_one_family(load: Load):
    """Signatures are only sent back to the model line that made them."""
    profiles = load().catalogue.profiles
    families = {
        frozenset(name for name, other in profiles.items() if other.family == profile.family)
        for profile in profiles.values()
    }
    assert {tuple(sorted(family)) for family in families if len(family) > 1} == {
        ("gemini-3-pro-image", "gemini-3-pro-image-preview"),
        ("gemini-3.1-flash-image", "gemini-3.1-flash-image-preview"),
        ("gemini-3.1-pro", "gemini-3.1-pro-preview"),
    }


def test_4k_gets_more_time(load: Load):
    """A picture in 4K gets ten minutes, all others five; both leave time to post."""
    for profile in load().catalogue.profiles.values():
        assert profile.timeout == 300
        assert profile.timeouts == ({"4K": 600} if "4K" in profile.sizes else {})


def test_no_known_model_falls_back_to_a_dearer_one(load: Load):
    """The fallbacks that hold at first cost no more than what was asked for."""
    profiles = load().catalogue.profiles
    for profile in profiles.values():
        for fallback in profile.fallbacks:
            assert profiles[fallback].kind is profile.kind
            assert profiles[fallback].prices.get("", 0) <= profile.prices.get("", 0)


def test_an_operator_chooses_the_fallbacks(folder: Path, load: Load):
    """A list in atelier.toml takes the place of the one that holds at first; it may be empty."""
    (folder / "atelier.toml").write_text(
        '[models.mine]\nkind = "image"\nfallbacks = ["gemini-3-pro-image"]\n'
        '[models."gemini-3-pro-image"]\nfallbacks = ["mine"]\n'
        '[models."gemini-2.5-pro"]\nfallbacks = []\n'
    )
    profiles = load().catalogue.profiles
    assert profiles["mine"].fallbacks == ("gemini-3-pro-image",)
    assert profiles["gemini-3-pro-image"].fallbacks == ("mine",)
    assert profiles["gemini-2.5-pro"].fallbacks == ()


def test_wrong_fallbacks_are_told_all_at_once(folder: Path, load: Load):
    """A fallback must be another known model of the same kind."""
    (folder / "atelier.toml").write_text(
        '[models.mine]\nkind = "image"\nfallbacks = ["yours", "mine", "gemini-2.5-pro"]\n'
    )
    with pytest.raises(ConfigError) as caught:
        load()
    assert caught.value.problems == (
        "atelier.toml: models.mine.fallbacks[0]: no known model. Give yours a table too",
        "atelier.toml: models.mine.fallbacks[1]: the model itself",
        "atelier.toml: models.mine.fallbacks[2]: the chat model gemini-2.5-pro is no image model",
    )


def test_every_model_has_a_name_of_its_own(load: Load):
    """Members can tell the models apart."""
    names = [profile.name for profile in load().catalogue.profiles.values()]
    assert len(set(names)) == len(names)


def test_a_model_in_no_table_gets_a_careful_profile(load: Load):
    """A name that only the relay knows is sent nothing that might be refused."""
    get = load().catalogue.get
    assert get("nano-next", ModelKind.IMAGE) == careful_profile("nano-next", ModelKind.IMAGE)
    assert get("gemini-2.5-pro", ModelKind.IMAGE).aspects == ()


def test_an_operator_changes_one_key(folder: Path, load: Load):
    """What atelier.toml does not say of a model stays as it is."""
    (folder / "atelier.toml").write_text(
        '[models."gemini-3-pro-image"]\nprice = 0.05\ntemperature = 0.7\ntop_k = 40\n'
    )
    profile = load().catalogue.get("gemini-3-pro-image", ModelKind.IMAGE)
    assert profile.prices[""] == 50_000
    assert profile.prices["4K"] == 240_000
    assert profile.sampling == Sampling(temperature=0.7, top_k=40)
    assert profile.label == "Gemini 3 Pro Image"


@pytest.mark.parametrize(
    ("lines", "patience"),
    [
        ("", {None: 300, "2K": 300, "4K": 600}),
        ("timeout = 10", {None: 10, "2K": 10, "4K": 10}),
        ('timeouts = { "2K" = 400 }', {None: 300, "2K": 400, "4K": 300}),
        ('timeout = 10\ntimeouts = { "4K" = 20 }', {None: 10, "2K": 10, "4K": 20}),
    ],
)
def test_an_operators_patience_is_what_it_says(
    folder: Path, load: Load, lines: str, patience: dict[str | None, float]
):
    """`timeout` alone is for every size, `timeouts` for those that it names."""
    (folder / "atelier.toml").write_text(f'[models."gemini-3-pro-image"]\n{lines}\n')
    profile = load().catalogue.get("gemini-3-pro-image", ModelKind.IMAGE)
    assert {size: profile.patience(size) for size in patience} == patience


@pytest.mark.parametrize(
    ("lines", "limits"),
    [
        ("", {None: 600, "2K": 600, "4K": 1200}),
        ("timeout = 10", {None: 20, "4K": 20}),
        ("total = 700", {None: 700, "4K": 700}),
        ('totals = { "4K" = 700 }', {None: 600, "4K": 700}),
    ],
)
def test_an_answer_has_a_limit_in_all(
    folder: Path, load: Load, lines: str, limits: dict[str | None, float]
):
    """Twice the time-out, `total` for every size, or `totals` for those that it names."""
    (folder / "atelier.toml").write_text(f'[models."gemini-3-pro-image"]\n{lines}\n')
    profile = load().catalogue.get("gemini-3-pro-image", ModelKind.IMAGE)
    assert {size: profile.limit(size) for size in limits} == limits


def test_an_operator_says_what_is_asked_for(folder: Path, load: Load):
    """`modalities` is what the request names as `responseModalities`."""
    (folder / "atelier.toml").write_text('[models."gemini-3-pro-image"]\nmodalities = ["IMAGE"]\n')
    assert load().catalogue.profiles["gemini-3-pro-image"].modalities == ("IMAGE",)


def test_an_operator_adds_a_model(folder: Path, load: Load):
    """A new table makes a new model, whose family is itself."""
    (folder / "atelier.toml").write_text(
        '[models."team/painter-2k"]\nkind = "image"\naspects = ["1:1"]\n'
        'thinking = { high = -1, low = "LOW" }\n'
    )
    settings = load(ATELIER_IMAGE_MODEL="team/painter-2k")
    profile = settings.catalogue.get(settings.image_model, ModelKind.IMAGE)
    assert profile.family == profile.name == "team/painter-2k"
    assert profile.aspects == ("1:1",)
    assert profile.thinking == {Thinking.HIGH: -1, Thinking.LOW: "LOW"}


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ('[models.new]\nlabel = "x"', "models.new.kind: missing"),
        (f'[models.{"x" * 101}]\nkind = "image"', f"models.{'x' * 101}: a model's name has"),
        (f'[models.new]\nkind = "image"\nlabel = "{"x" * 101}"', "models.new.label: "),
        ('[models.new]\nkind = "video"', "models.new.kind: should be 'image' or 'chat'"),
        ('[models."gemini-2.5-pro"]\ntmeout = 3', 'models."gemini-2.5-pro".tmeout: no such key'),
        ('[models."gemini-2.5-pro"]\ntimeout = 900', 'models."gemini-2.5-pro".timeout: should be'),
        ('[models."gemini-2.5-pro"]\ntimeout = 9', 'models."gemini-2.5-pro".timeout: should be'),
        ('[models."gemini-2.5-pro"]\ntimeouts = { "2K" = 9 }', 'models."gemini-2.5-pro".timeouts.'),
        ('[models."gemini-2.5-pro"]\ntimeouts."2K" = 841', 'models."gemini-2.5-pro".timeouts.2K'),
        ('[models."gemini-2.5-pro"]\ntotal = 300', 'models."gemini-2.5-pro".total: must be longer'),
        (
            '[models."gemini-3-pro-image"]\ntotal = 600',
            "models.gemini-3-pro-image.total: must be longer than the time-out, 600 s",
        ),
        (
            '[models."gemini-3-pro-image"]\ntotals."4K" = 600',
            "models.gemini-3-pro-image.totals.4K: must be longer than the time-out, 600 s",
        ),
        ('[models."gemini-2.5-pro"]\ntotal = 9999', 'models."gemini-2.5-pro".total: should be'),
        ('[models."gemini-2.5-pro"]\nmodalities = ["image"]', 'models."gemini-2.5-pro".modalities'),
        ('[models."gemini-2.5-pro"]\ntimeouts = 10', 'models."gemini-2.5-pro".timeouts: should be'),
        ('[models."gemini-2.5-pro"]\nprices = { "2k" = 1 }', 'models."gemini-2.5-pro".prices.2k'),
        ('[models."gemini-2.5-pro"]\nprice = -1', 'models."gemini-2.5-pro".price: should be'),
        ('[models."gemini-2.5-pro"]\nprice = nan', 'models."gemini-2.5-pro".price: should be'),
        ('[models.a]\nkind = "chat"\ntokens = [{ input = 1 }]', "models.a.tokens[0].output: miss"),
        (
            '[models.a]\nkind = "chat"\ntokens = [{ over = 9, input = 1, output = 1 }]',
            "models.a.tokens: not in order.",
        ),
        (
            '[models.a]\nkind = "chat"\ntokens = [{input=1, output=1}, {input=1, output=1}]',
            "models.a.tokens: not in order.",
        ),
        ('[models.a]\nkind = "chat"\noutput_limit = 0', "models.a.output_limit: should be"),
        ('[models."gemini-2.5-pro"]\naspects = ["wide"]', 'models."gemini-2.5-pro".aspects[0]: n'),
        ('[models."gemini-2.5-pro"]\nthinking.low = true', 'models."gemini-2.5-pro".thinking.low'),
        ('[models."gemini-2.5-pro"]\nthinking.lo = 1', 'models."gemini-2.5-pro".thinking.lo: sh'),
        ('[models]\n"gemini-2.5-pro" = 3', 'models."gemini-2.5-pro": should be'),
        ('[models."a b"]\nkind = "chat"', 'models."a b": not a model\'s name.'),
    ],
)
def test_a_wrong_table_is_told(folder: Path, load: Load, table: str, line: str):
    """A mistake in a model's table is one line that says where it stands."""
    (folder / "atelier.toml").write_text(table)
    with pytest.raises(ConfigError) as caught:
        load()
    (problem,) = caught.value.problems
    assert problem.startswith(f"atelier.toml: {line}")
