using Conformance.Engine.Testing.Cleaning;
using Conformance.Engine.Tests.Scripted;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Testing.Cleaning;

/// <summary>However many requirements make resources at once, there are never more than allowed, and nobody waits for ever.</summary>
public sealed class OccupancyTests
{
    private const string Kind = "Put";

    [Fact]
    public void WithoutABoundEverythingMayBeginAndIsOnlyCounted()
    {
        var room = new Occupancy([Kind]);
        Assert.True(room.TryBegin("a") && room.TryBegin("b"));
        Make(room, "a", 3);
        room.Gone(Key("a", 0));
        Make(room, "b", 1);
        Assert.Equal((4, 3), (room.Created, room.Peak));
        Assert.False(room.Bounds(Kind));
    }

    [Fact]
    public void WhatTheApiCanNotDeleteIsNotCounted()
    {
        var room = new Occupancy([Kind], 1);
        Assert.True(room.TryEnter("Other", "a"));
        room.NoteCreated("Other");
        room.Leave("Other", "a", new ResourceKey("Other", "", "1"), mayExist: true);
        Assert.Equal((0, 0), (room.Created, room.Peak));
    }

    [Fact]
    public void ARequestThatIsRejectedGivesItsRoomBack()
    {
        var room = Begun(1, "a");
        Assert.True(room.TryEnter(Kind, "a"));
        Assert.False(room.TryEnter(Kind, "a"));
        room.Leave(Kind, "a", null, mayExist: false);
        Assert.True(room.TryEnter(Kind, "a"));
    }

    [Fact]
    public void WhatMayExistThoughNobodyKnowsItCountsToTheEnd()
    {
        var room = Begun(2, "a");
        Assert.True(room.TryEnter(Kind, "a"));
        room.Leave(Kind, "a", null, mayExist: true);
        room.End("a");
        Assert.True(room.TryBegin("b") && room.TryEnter(Kind, "b"));
        Assert.False(room.TryEnter(Kind, "b"));
        Assert.Equal(2, room.Count(Kind));
    }

    [Fact]
    public void ARepeatThatMakesNothingTakesNoRoom()
    {
        var room = Begun(2, "a");
        for (var n = 0; n < 5; n++)
        {
            Assert.True(room.TryEnter(Kind, "a"));
            room.Leave(Kind, "a", Key("a", 0), mayExist: true);
        }
        Assert.Equal((1, 1), (room.Count(Kind), room.Peak));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(80, 2)]
    [InlineData(100, 4)]
    [InlineData(200, 17)]
    public void SoManyRequirementsBeginAsHaveRoomForWhatTheyAreSureToGet(int most, int begun)
    {
        var room = new Occupancy([Kind], most);
        Assert.Equal(begun, Enumerable.Range(0, 50).Count(n => room.TryBegin($"{n}")));
    }

    [Fact]
    public void OneThatNeedsMoreGetsWhatTheOthersAreNotSureToNeed()
    {
        var room = Begun(100, "a", "b");
        Make(room, "a", 92);
        Assert.False(room.TryEnter(Kind, "a"));
        Make(room, "b", 8);
        Assert.Equal(100, room.Count(Kind));
    }

    [Fact]
    public void OfTwoThatNeedMoreOneWaitsForTheOther()
    {
        var room = Begun(100, "a", "b");
        Make(room, "a", 9);
        Make(room, "b", 8);
        Assert.False(room.TryEnter(Kind, "b"));
        Assert.False(room.IsStuck("b"));
        Make(room, "a", 70);
        room.End("a");
        Assert.True(room.TryEnter(Kind, "b"));
    }

    [Fact]
    public void WhoeverNeedsMoreThanThereIsIsStuckOnceAllOthersWait()
    {
        var room = Begun(20, "a");
        Make(room, "a", 20);
        Assert.False(room.TryEnter(Kind, "a"));
        Assert.True(room.IsStuck("a"));
    }

    [Fact]
    public void ARequestThatIsUnderWayMayGiveSomethingBack()
    {
        var room = Begun(2, "a");
        Make(room, "a", 1);
        Assert.True(room.TryEnter(Kind, "a"));
        Assert.False(room.TryEnter(Kind, "a"));
        Assert.False(room.IsStuck("a"));
    }

    [Fact]
    public void WhoeverLooksOnBehalfOfAllMayTakeOnlyWhatNobodyIsSureToNeed()
    {
        var room = Begun(10, "a");
        Assert.True(room.TryEnter(Kind, "first look"));
        Assert.True(room.TryEnter(Kind, "first look"));
        Assert.False(room.TryEnter(Kind, "first look"));
    }

    [Fact]
    public void NeverAreThereMoreThanAllowedAndAllGetThrough() =>
        Prop.ForAll(
                (
                    from most in Gen.Choose(1, 120)
                    from needs in Gen.Choose(0, Math.Min(most, 60)).ArrayOf(12)
                    from seed in Gen.Choose(0, int.MaxValue)
                    select (most, needs, seed)
                ).ToArbitrary(),
                of => Simulate(of.most, of.needs, new Random(of.seed)) <= of.most
            )
            .Holds();

    /// <summary>Requirements that make what they need one after the other, in any order; gives the most that there were.</summary>
    private static int Simulate(int most, int[] needs, Random chance)
    {
        var room = new Occupancy([Kind], most);
        var made = needs.Select(_ => 0).ToArray();
        var begun = needs.Select(_ => false).ToArray();
        var open = Enumerable.Range(0, needs.Length).ToList();
        var highest = 0;
        for (var idle = 0; open.Count > 0; idle++)
        {
            Assert.True(idle < 2_000, "all wait for each other");
            var n = open[chance.Next(open.Count)];
            if (!begun[n])
                begun[n] = room.TryBegin($"{n}");
            else if (made[n] < needs[n])
            {
                if (!room.TryEnter(Kind, $"{n}"))
                    continue;
                room.Leave(Kind, $"{n}", Key($"{n}", made[n]++), mayExist: true);
                idle = 0;
            }
            else
            {
                for (var all = 0; all < needs[n]; all++)
                    room.Gone(Key($"{n}", all));
                room.End($"{n}");
                open.Remove(n);
                idle = 0;
            }
            highest = Math.Max(highest, room.Count(Kind));
        }
        return highest;
    }

    private static Occupancy Begun(int most, params string[] scopes)
    {
        var room = new Occupancy([Kind], most);
        foreach (var scope in scopes)
            Assert.True(room.TryBegin(scope));
        return room;
    }

    private static void Make(Occupancy room, string scope, int count)
    {
        for (var n = 0; n < count; n++)
        {
            Assert.True(room.TryEnter(Kind, scope), $"{scope} {n}");
            room.NoteCreated(Kind);
            room.Leave(Kind, scope, Key(scope, room.HeldBy(scope)), mayExist: true);
        }
    }

    private static ResourceKey Key(string scope, int number) => new(Kind, "", $"{scope}-{number}");
}
