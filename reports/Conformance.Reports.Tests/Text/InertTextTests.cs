using Conformance.Reports.Text;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Text;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("saw ##vso[task.setvariable variable=a]b", "saw # #vso[task.setvariable variable=a]b")]
    [InlineData("##[error]no", "# #[error]no")]
    [InlineData("###[error]no", "## #[error]no")]
    [InlineData("##teamcity[buildStop]", "# #teamcity[buildStop]")]
    [InlineData("::error::no", ": :error::no")]
    [InlineData("  ::add-mask::x\n\t::stop-commands::y", "  : :add-mask::x\n\t: :stop-commands::y")]
    public void AnOrderToACiAgentIsNoneAnyMore(string text, string inert) => Assert.Equal(inert, InertText.Of(text));

    [Theory]
    [InlineData("## Conformant")]
    [InlineData("got arn:aws::1, and List::of")]
    [InlineData("#vso[")]
    public void WhatGivesNoOrderStays(string text) => Assert.Equal(text, InertText.Of(text));

    [Property]
    public void DoneTwiceItIsTheSame(string text) => Assert.Equal(InertText.Of(text), InertText.Of(InertText.Of(text)));
}
